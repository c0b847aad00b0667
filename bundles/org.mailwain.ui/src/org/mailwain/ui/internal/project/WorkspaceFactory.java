package org.mailwain.ui.internal.project;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;
import org.mailwain.operations.Services;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.jobs.Background;
import org.osgi.service.prefs.BackingStoreException;

/** Hands the one workspace of the workbench to its parts and commands, and remembers what was open. */
public final class WorkspaceFactory extends AbstractServiceFactory {
    private static final String NODE = "org.mailwain.ui";
    private static final String RECENT = "recentProjects";
    private static final String OPEN = "openProjects";

    @Override
    public Object create(@SuppressWarnings("rawtypes") Class type, IServiceLocator parent, IServiceLocator locator) {
        Object ofWorkbench = parent.getService(Workspace.class);
        return ofWorkbench != null ? ofWorkbench : create(locator.getService(Services.class));
    }

    private static Workspace create(Services services) {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(NODE);
        Display display = PlatformUI.getWorkbench().getDisplay();
        Workspace workspace = new Workspace(services, paths(preferences, RECENT), work -> {
            if (!display.isDisposed()) {
                display.asyncExec(work);
            }
        });
        Background background = new Background(display);
        workspace.onChange(() -> remember(workspace, preferences, background));
        return workspace;
    }

    /** Those that were open when the window was closed last. */
    public static List<Path> lastOpen() {
        return paths(InstanceScope.INSTANCE.getNode(NODE), OPEN);
    }

    private static List<Path> paths(IEclipsePreferences preferences, String key) {
        return Arrays.stream(preferences.get(key, "").split("\n"))
                .filter(line -> !line.isBlank())
                .map(Path::of)
                .toList();
    }

    private static void remember(Workspace workspace, IEclipsePreferences preferences, Background background) {
        preferences.put(RECENT, lines(workspace.recent().stream()));
        preferences.put(OPEN, lines(workspace.projects().stream().map(ProjectModel::folder)));
        background.<Boolean>quietly(NODE, context -> flush(preferences), result -> {});
    }

    private static boolean flush(IEclipsePreferences preferences) {
        try {
            preferences.flush();
            return true;
        } catch (BackingStoreException e) {
            ILog.of(WorkspaceFactory.class).warn("projects not remembered", e);
            return false;
        }
    }

    private static String lines(Stream<Path> paths) {
        return paths.map(Path::toString).collect(Collectors.joining("\n"));
    }
}
