package org.mailwain.ui.help.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.mailwain.presenters.guides.Course.Step;
import org.mailwain.presenters.guides.Progress;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.project.BatchFile;
import org.mailwain.project.BatchSettings;
import org.mailwain.project.EndpointFile;
import org.mailwain.project.FolderMapFile;
import org.mailwain.project.Project;
import org.mailwain.ui.Editors;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** Opens the part of the workbench that a step is about. UI thread. */
final class GuideLinks {
    private static final String NEW_PROJECT = "org.mailwain.ui.createProject";
    private static final String NEW_BATCH = "org.mailwain.ui.batches.new";
    private static final String REPORT = "org.mailwain.ui.reports.open";

    private final IWorkbenchPage page;
    private final Optional<ProjectModel> model;

    GuideLinks(IWorkbenchPage page, Optional<ProjectModel> model) {
        this.page = page;
        this.model = model;
    }

    void open(Step step) {
        Optional<Project> project = model.flatMap(ProjectModel::project);
        if (project.isEmpty()) {
            command(NEW_PROJECT, Map.of());
            return;
        }
        Optional<BatchFile> batch = project.get().batches().values().stream().findFirst();
        Optional<BatchSettings> settings = batch.flatMap(BatchFile::settings);
        switch (step) {
            case PROJECT -> command(NEW_PROJECT, Map.of());
            case SOURCE -> file(settings.map(BatchSettings::source).orElse("source") + EndpointFile.SUFFIX);
            case TARGET -> file(settings.map(BatchSettings::target).orElse("target") + EndpointFile.SUFFIX);
            case LIST, PASSWORDS ->
                file(batch.flatMap(BatchFile::list)
                        .map(list -> project.get().folder().name(list))
                        .orElse("mailboxes.csv"));
            case FOLDERS -> file(settings.flatMap(BatchSettings::folders).orElse("folders") + FolderMapFile.SUFFIX);
            case PILOT_REPORT, ALL_REPORTED -> report(batch);
            default -> batch(batch);
        }
    }

    private void batch(Optional<BatchFile> batch) {
        batch.ifPresentOrElse(file -> file(file.name() + BatchFile.SUFFIX), () -> command(NEW_BATCH, Map.of()));
    }

    private void file(String name) {
        model.ifPresent(project -> new Editors(page).open(project.folder().resolve(name)));
    }

    /** The newest one, else the batch, whose page of runs writes it. */
    private void report(Optional<BatchFile> batch) {
        Path folder = model.orElseThrow().folder();
        String name = batch.map(BatchFile::name).orElse("");
        new Background(page.getWorkbenchWindow().getShell().getDisplay())
                .<Optional<Path>>quietly(name, context -> Progress.newestReport(folder, name), result -> {
                    if (result instanceof Result.Done<Optional<Path>>(Optional<Path> found) && found.isPresent()) {
                        command(REPORT, Map.of("folder", found.get().toString()));
                    } else {
                        batch(batch);
                    }
                });
    }

    private void command(String id, Map<String, String> parameters) {
        ICommandService commands = page.getWorkbenchWindow().getService(ICommandService.class);
        IHandlerService handlers = page.getWorkbenchWindow().getService(IHandlerService.class);
        try {
            handlers.executeCommand(ParameterizedCommand.generateCommand(commands.getCommand(id), parameters), null);
        } catch (CommandException e) {
            ILog.of(GuideLinks.class).warn(id, e);
        }
    }
}
