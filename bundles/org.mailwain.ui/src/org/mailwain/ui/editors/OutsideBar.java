package org.mailwain.ui.editors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.mailwain.ui.Texts;

/** A line above an editor that says or asks something without stopping the work; hidden while there is nothing. */
public final class OutsideBar {
    private static final Texts TEXTS = Texts.beside(OutsideBar.class);

    private final Composite whole;
    private final Composite line;
    private final Composite below;
    private final Label text;
    private final Button take;
    private final Button dismiss;
    private Runnable onTake = () -> {};

    public OutsideBar(Composite parent) {
        whole = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(whole);
        line = new Composite(whole, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(4).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(line);
        line.setVisible(false);
        new Label(line, SWT.NONE)
                .setImage(PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_WARN_TSK));
        text = new Label(line, SWT.WRAP);
        text.setData("id", "bar.text");
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(text);
        take = button("outside.take", "bar.take", () -> onTake.run());
        dismiss = button("outside.keep", "bar.dismiss", () -> {});
        below = new Composite(whole, SWT.NONE);
        below.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(below);
    }

    private Button button(String key, String id, Runnable work) {
        Button button = new Button(line, SWT.PUSH);
        button.setText(TEXTS.of(key));
        button.setData("id", id);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            clear();
            work.run();
        }));
        return button;
    }

    /** What the line stands above. */
    public Composite below() {
        return below;
    }

    /** Says something that can only be read and dismissed. */
    public void tell(String sentence) {
        take.setVisible(false);
        dismiss.setText(TEXTS.of("dismiss"));
        show(sentence);
    }

    /** Asks whether to take what another program wrote. */
    public void ask(String sentence, Runnable take) {
        onTake = take;
        this.take.setVisible(true);
        dismiss.setText(TEXTS.of("outside.keep"));
        show(sentence);
    }

    private void show(String sentence) {
        text.setText(sentence);
        visible(true);
    }

    public void clear() {
        visible(false);
    }

    private void visible(boolean on) {
        if (!whole.isDisposed()) {
            ((GridData) line.getLayoutData()).exclude = !on;
            line.setVisible(on);
            whole.layout(true, true);
        }
    }
}
