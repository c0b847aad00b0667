package org.mailwain.start;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.connect.FrameworkUtilHelper;

/** Answers {@code FrameworkUtil.getBundle} for classes of the class path. The framework finds it as a Java service. */
public final class BundlesOfClasses implements FrameworkUtilHelper {
    @Override
    public Optional<Bundle> getBundle(Class<?> type) {
        return SharedClasses.of(type);
    }
}
