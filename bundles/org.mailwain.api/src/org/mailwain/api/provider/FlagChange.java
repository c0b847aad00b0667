package org.mailwain.api.provider;

import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.ItemId;

/** The flags that an item of the target shall have, replacing those it has. */
public record FlagChange(ItemId id, Flags flags) {}
