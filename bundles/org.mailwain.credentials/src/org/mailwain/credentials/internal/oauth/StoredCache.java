package org.mailwain.credentials.internal.oauth;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;
import java.util.Arrays;
import java.util.Optional;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;

/** Keeps the library's token cache, which holds refresh tokens, in the credential store. */
final class StoredCache implements ITokenCacheAccessAspect {
    private final CredentialStore store;
    private final CredentialPath path;

    StoredCache(CredentialStore store, CredentialPath path) {
        this.store = store;
        this.path = path;
    }

    @Override
    public void beforeCacheAccess(ITokenCacheAccessContext access) {
        try {
            Optional<Secret> kept = store.get(path);
            if (kept.isPresent()) {
                char[] chars = kept.get().chars();
                access.tokenCache().deserialize(new String(chars));
                Arrays.fill(chars, '\0');
            }
        } catch (FailureException e) {
            throw new Relayed(e);
        }
    }

    @Override
    public void afterCacheAccess(ITokenCacheAccessContext access) {
        if (access.hasCacheChanged()) {
            try {
                store.put(path, Secret.of(access.tokenCache().serialize()));
            } catch (FailureException e) {
                throw new Relayed(e);
            }
        }
    }
}
