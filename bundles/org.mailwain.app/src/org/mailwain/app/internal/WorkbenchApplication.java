package org.mailwain.app.internal;

import java.io.IOException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** The workbench as an application; name, pictures and colours come from the brand's product. */
public final class WorkbenchApplication implements IApplication {
    @Override
    public Object start(IApplicationContext context) throws IOException {
        Display.setAppName(context.getBrandingName());
        Display display = PlatformUI.createDisplay();
        Location settings = Platform.getInstanceLocation();
        try {
            // Two windows would overwrite each other's settings.
            if (!(settings.isSet() ? settings.lock() : settings.set(settings.getDefault(), true))) {
                MessageDialog.openInformation(
                        null, context.getBrandingName(), Messages.of("running", context.getBrandingName()));
                return EXIT_OK;
            }
            int result = PlatformUI.createAndRunWorkbench(display, new MigrationWorkbenchAdvisor());
            return result == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            settings.release();
            display.dispose();
        }
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            display.syncExec(() -> PlatformUI.getWorkbench().close());
        }
    }
}
