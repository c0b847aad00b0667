package org.mailwain.ledger;

import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.Mark;

/**
 * A folder of a target mailbox, as the ledger knows it.
 *
 * @param expected where the next append should land when nobody else writes; null before the first look
 * @param standing items there at the end of the last pass, -1 not looked at
 * @param ours items there that we appended
 * @param alreadyThere items there that a source item was recognised in
 * @param notOurs items there that belong to no source item
 */
public record TargetFolder(FolderPath path, Mark expected, long standing, long ours, long alreadyThere, long notOurs) {}
