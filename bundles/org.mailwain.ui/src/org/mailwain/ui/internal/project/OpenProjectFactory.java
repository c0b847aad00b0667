package org.mailwain.ui.internal.project;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;
import org.mailwain.presenters.explorer.OpenProject;
import org.mailwain.presenters.explorer.OpenProjects;
import org.osgi.service.prefs.BackingStoreException;

/** Hands the one open project of the workbench to its parts and commands, and remembers the last ones. */
public final class OpenProjectFactory extends AbstractServiceFactory {
    private static final String NODE = "org.mailwain.ui";
    private static final String RECENT = "recentProjects";

    @Override
    public Object create(@SuppressWarnings("rawtypes") Class type, IServiceLocator parent, IServiceLocator locator) {
        Object ofWorkbench = parent.getService(OpenProject.class);
        return ofWorkbench != null ? ofWorkbench : create(locator.getService(OpenProjects.class));
    }

    private static OpenProject create(OpenProjects projects) {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(NODE);
        List<Path> recent = Arrays.stream(preferences.get(RECENT, "").split("\n"))
                .filter(line -> !line.isBlank())
                .map(Path::of)
                .toList();
        OpenProject project = projects.withRecent(recent);
        project.onChange(() -> remember(project, preferences));
        return project;
    }

    private static void remember(OpenProject project, IEclipsePreferences preferences) {
        preferences.put(RECENT, project.recent().stream().map(Path::toString).collect(Collectors.joining("\n")));
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            ILog.of(OpenProjectFactory.class).warn("recent projects not remembered", e);
        }
    }
}
