package org.mailwain.api.tenant;

import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.signin.SignIn;

/** Knows the directory behind one kind of endpoint. */
@FunctionalInterface
public interface TenantProvider {
    /** Does no I/O. @param credential gives tokens that are good for the whole tenant */
    Tenant open(Endpoint endpoint, SignIn.CredentialSource credential, Cancel cancel) throws FailureException;
}
