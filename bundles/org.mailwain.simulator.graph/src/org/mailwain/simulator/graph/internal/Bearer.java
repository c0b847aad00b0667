package org.mailwain.simulator.graph.internal;

import java.util.UUID;
import org.mailwain.simulator.graph.Application;
import org.mailwain.simulator.graph.User;

/** Who asks. @param user the signed-in user, null where the application asks for itself */
record Bearer(Application application, User user) {
    UUID client() {
        return application.id();
    }

    boolean may(String permission) {
        return user == null
                ? application.roles().contains(permission)
                        || application.exchangeRoles().contains(permission)
                : application.scopes().contains(permission.replace(".All", ""))
                        || application.scopes().contains(permission);
    }
}
