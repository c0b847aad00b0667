package org.mailwain.cli.internal;

import java.util.Locale;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.operations.OperationFailure;
import org.mailwain.operations.ReportOperation.Product;
import org.mailwain.operations.Services;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** The command line as an application of the product. Its result is the exit code of the process. */
public final class CliApplication implements IApplication {
    private final CancelSource cancel = new CancelSource();

    @Override
    public Object start(IApplicationContext application) {
        // Sentences of all bundles, in one language: what is translated is the workbench.
        Locale.setDefault(Locale.ENGLISH);
        String[] arguments = (String[]) application.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        Terminal terminal = Terminal.system();
        Bundle bundle = FrameworkUtil.getBundle(CliApplication.class);
        Interrupts.on(this::interrupted);
        CliContext context = new CliContext(
                terminal,
                () -> services(bundle.getBundleContext()),
                cancel,
                new TerminalAsks(terminal),
                new Product(brand(application), bundle.getVersion().toString()));
        return new Cli(context).run(arguments);
    }

    /** The first wish ends at a safe point; whoever insists gets the end at once, which a run survives. */
    private void interrupted() {
        if (cancel.requested()) {
            Runtime.getRuntime().halt(ExitCode.STOPPED.number());
        }
        cancel.request();
    }

    private static String brand(IApplicationContext application) {
        String name = application.getBrandingName();
        return name == null ? "Mailwain" : name;
    }

    private static Services services(BundleContext context) {
        ServiceReference<Services> reference = context.getServiceReference(Services.class);
        if (reference == null) {
            FailureException missing = OperationFailure.INCOMPLETE.raise(Services.class.getSimpleName());
            throw new IllegalStateException(missing);
        }
        return context.getService(reference);
    }

    @Override
    public void stop() {
        cancel.request();
    }
}
