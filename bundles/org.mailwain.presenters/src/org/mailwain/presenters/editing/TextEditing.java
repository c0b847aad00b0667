package org.mailwain.presenters.editing;

import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mailwain.project.text.TextContent;
import org.mailwain.project.text.TextEdit;

/**
 * A text file in an editor, in whatever encoding, with undo; a word that is typed is one step. Does not touch the disk.
 * For one thread, on which listeners are told.
 */
public final class TextEditing {
    private final UndoLog log = new UndoLog();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private TextContent content;
    private String saved;

    public TextEditing(byte[] bytes) {
        content = TextContent.decode(bytes);
        saved = content.text();
    }

    public String text() {
        return content.text();
    }

    public TextContent content() {
        return content;
    }

    /** The text as a person left it; the whole of it. */
    public void replace(String text) {
        String old = text();
        if (!text.equals(old)) {
            TextEdit edit = TextEdit.replace(0, old.length(), text).trimmed(old);
            log.add(new UndoLog.Change(edit.span().start(), edit.span().of(old), edit.replacement()));
            become(text);
        }
    }

    public void undo() {
        replay(log.undo());
    }

    public void redo() {
        replay(log.redo());
    }

    private void replay(UndoLog.Change change) {
        if (change != null) {
            int end = change.start() + change.removed().length();
            become(TextEdit.replace(change.start(), end, change.inserted()).apply(text()));
        }
    }

    private void become(String text) {
        content = content.withText(text);
        tell();
    }

    public boolean isDirty() {
        return !saved.equals(text());
    }

    /** What the editor holds now is on the disk. */
    public void saved() {
        saved = text();
        log.pause();
        tell();
    }

    /** What another program wrote; it can be undone like an edit of ours. */
    public void outside(byte[] bytes) {
        TextContent theirs = TextContent.decode(bytes);
        saved = theirs.text();
        content = new TextContent(text(), theirs.encoding());
        log.pause();
        replace(theirs.text());
        tell();
    }

    /** As it would be written. @throws CharacterCodingException as {@link TextContent#encode()} */
    public byte[] bytes() throws CharacterCodingException {
        return content.encode();
    }

    /** Told after each change and save. @return takes the listener away again */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
