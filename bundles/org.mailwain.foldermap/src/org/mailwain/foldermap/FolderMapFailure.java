package org.mailwain.foldermap;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** What is said of a mapping: why it is so, and why a folder cannot be brought over. */
public enum FolderMapFailure implements FailureCode {
    /** Argument: the rule's left side. */
    BY_RULE("foldermap.rule"),
    /** Argument: the root. */
    UNDER_ROOT("foldermap.root"),
    /** The source says what the folder is for. Argument: the use's token. */
    USE_BY_SERVER("foldermap.use.server"),
    /** The name says what the folder is for. Arguments: the use's token, language or mail program. */
    USE_BY_NAME("foldermap.use.name"),
    /** The target's folder was found by its name. Arguments: the use's token, the target folder. */
    TARGET_BY_NAME("foldermap.use.target"),
    /** Its name would say a use that another folder has. Arguments: the use's token, the other folder. */
    USE_TAKEN("foldermap.use.taken"),
    /** It goes where the folder above it goes. Argument: the folder above. */
    WITH_PARENT("foldermap.parent"),
    /** Several source folders become one. Argument: another one of them. */
    MERGED("foldermap.merged"),
    /** Another folder's name looks the same and is another in Unicode. Argument: the other folder. */
    LOOKS_ALIKE("foldermap.alike"),
    /** The target has the name in other letters. Arguments: the name, the target's spelling. */
    SPELLING("foldermap.spelling"),
    /** Arguments: the name wanted, the name given; so are those of all that begin with RENAMED. */
    RENAMED_CHARACTERS("foldermap.renamed.characters"),
    RENAMED_BLANKS("foldermap.renamed.blanks"),
    RENAMED_SQUEEZED("foldermap.renamed.squeezed"),
    RENAMED_START("foldermap.renamed.start"),
    RENAMED_RESERVED("foldermap.renamed.reserved"),
    RENAMED_LENGTH("foldermap.renamed.length"),
    RENAMED_DEPTH("foldermap.renamed.depth"),
    RENAMED_TAKEN("foldermap.renamed.taken"),
    /** Names may not be changed and this one is refused. Arguments: the name, the code of the reason. */
    NAME_REFUSED("foldermap.refused"),
    /** The right side of a rule has more wildcards than the left. Arguments: left side, right side. */
    WILDCARDS("foldermap.wildcards");

    private final String code;

    FolderMapFailure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Scope scope() {
        return Scope.FOLDER;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
