package org.mailwain.api.provider;

import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;

/**
 * What became of a {@link FolderWish}.
 *
 * @param created whether it was made now
 * @param status null where it failed
 * @param failure null where the folder stands there
 */
public record EnsuredFolder(FolderPath path, boolean created, FolderStatus status, Failure failure) {}
