package org.mailwain.cli.internal;

import java.lang.reflect.Proxy;

/**
 * Ctrl-C and termination as a wish to stop, instead of the end of the process. Signals have no supported interface
 * in Java, so {@code sun.misc.Signal} is used where it is there; elsewhere the process just ends, which a run survives.
 */
final class Interrupts {
    private Interrupts() {}

    /** @param wish called on a thread of the system, at each signal */
    static void on(Runnable wish) {
        for (String name : new String[] {"INT", "TERM"}) {
            try {
                Class<?> signal = ClassLoader.getSystemClassLoader().loadClass("sun.misc.Signal");
                Class<?> handler = ClassLoader.getSystemClassLoader().loadClass("sun.misc.SignalHandler");
                Object proxy = Proxy.newProxyInstance(
                        handler.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                            if (method.getName().equals("handle")) {
                                wish.run();
                            }
                            return null;
                        });
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
            } catch (ReflectiveOperationException | RuntimeException unsupported) {
                return;
            }
        }
    }
}
