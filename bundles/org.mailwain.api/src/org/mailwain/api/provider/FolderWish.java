package org.mailwain.api.provider;

import java.util.Optional;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SpecialUse;

/** A folder that has to be on the target. @param use asked for where the server lets clients say it at creation */
public record FolderWish(FolderPath path, Optional<SpecialUse> use, boolean subscribe) {}
