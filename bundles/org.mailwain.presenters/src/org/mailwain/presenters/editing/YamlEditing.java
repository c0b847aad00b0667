package org.mailwain.presenters.editing;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mailwain.api.failure.FailureException;
import org.mailwain.project.text.TextContent;
import org.mailwain.project.text.TextEdit;
import org.mailwain.project.yaml.YamlDocument;
import org.mailwain.project.yaml.YamlNode;
import org.mailwain.project.yaml.YamlPath;
import org.mailwain.project.yaml.YamlValue;

/**
 * A YAML file in an editor: one document for the pages of a form and the text beside them, changed by the smallest edit,
 * with undo over both. Does not touch the disk. For one thread, on which listeners are told.
 */
public final class YamlEditing {
    private static final int MOST_UNDO = 1000;

    private final Deque<YamlDocument> done = new ArrayDeque<>();
    private final Deque<YamlDocument> undone = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private YamlDocument document;
    private String saved;
    private YamlPath joined;

    /** @param file path relative to the project, for problems */
    public YamlEditing(String file, byte[] bytes) {
        document = YamlDocument.read(file, TextContent.decode(bytes));
        saved = document.text();
    }

    public YamlDocument document() {
        return document;
    }

    public String text() {
        return document.text();
    }

    /** The text of a scalar; empty where there is none, or nothing behind the key. */
    public Optional<String> value(YamlPath path) {
        return document.find(path)
                .filter(YamlNode.Scalar.class::isInstance)
                .map(YamlNode.Scalar.class::cast)
                .filter(scalar -> !scalar.isNull())
                .map(YamlNode.Scalar::value);
    }

    /**
     * Gives a key its value. Typing into one field is one step of undo.
     *
     * @throws FailureException where only a person can edit this place of the text
     */
    public void set(YamlPath path, YamlValue value) throws FailureException {
        apply(document.set(path, value), path);
    }

    /** Takes a key away. @throws FailureException as for {@link #set} */
    public void remove(YamlPath path) throws FailureException {
        apply(document.remove(path), path);
    }

    /** Puts an item into a list. @throws FailureException as for {@link #set} */
    public void insert(YamlPath list, int position, YamlValue value) throws FailureException {
        apply(document.insert(list, position, value), null);
    }

    /** Whether a form can change the text; not while a syntax error hides a part of it. */
    public boolean isEditable() {
        return document.complete();
    }

    /** The text as a person left it; the whole of it. */
    public void replaceText(String text) {
        if (!text.equals(text())) {
            become(document.apply(TextEdit.replace(0, text().length(), text)), null);
        }
    }

    /** An edit of the text, such as a quick fix. */
    public void apply(TextEdit edit) {
        apply(edit, null);
    }

    private void apply(TextEdit edit, YamlPath path) {
        if (!edit.replacement().equals(edit.span().of(text()))) {
            become(document.apply(edit), path);
        }
    }

    private void become(YamlDocument next, YamlPath path) {
        if (path == null || !path.equals(joined) || done.isEmpty()) {
            done.addLast(document);
            if (done.size() > MOST_UNDO) {
                done.removeFirst();
            }
        }
        joined = path;
        undone.clear();
        document = next;
        tell();
    }

    /** The next change is a step of undo of its own: the cursor left the field. */
    public void pause() {
        joined = null;
    }

    public boolean canUndo() {
        return !done.isEmpty();
    }

    public boolean canRedo() {
        return !undone.isEmpty();
    }

    public void undo() {
        move(done, undone);
    }

    public void redo() {
        move(undone, done);
    }

    private void move(Deque<YamlDocument> from, Deque<YamlDocument> to) {
        if (!from.isEmpty()) {
            to.addLast(document);
            document = from.removeLast();
            joined = null;
            tell();
        }
    }

    public boolean isDirty() {
        return !saved.equals(text());
    }

    /** What the editor holds now is on the disk. */
    public void saved(TextContent content) {
        saved = content.text();
        joined = null;
        tell();
    }

    /** What another program wrote; it can be undone like an edit of ours. */
    public void outside(byte[] bytes) {
        YamlDocument fresh = YamlDocument.read(document.file(), TextContent.decode(bytes));
        saved = fresh.text();
        become(fresh, null);
    }

    /** As it would be written. @throws CharacterCodingException as {@link TextContent#encode()} */
    public byte[] bytes() throws CharacterCodingException {
        return document.content().encode();
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
