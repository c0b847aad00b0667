package org.mailwain.ui.batches.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.Problem;
import org.mailwain.presenters.batches.ListName;
import org.mailwain.presenters.batches.Shown;
import org.mailwain.project.BatchFile;
import org.mailwain.project.mailboxes.MailboxList;
import org.mailwain.project.yaml.YamlValue;
import org.mailwain.ui.Editors;
import org.mailwain.ui.editors.Names;

/** Whose mailboxes: the list that the batch names, with what is wrong with it. */
final class MailboxesPage extends BatchPage {
    private Text file;
    private Label says;
    private Hyperlink open;
    private Table table;
    private List<MailboxRow> rows = List.of();

    MailboxesPage(BatchEditor editor) {
        super(editor, "mailboxes");
    }

    @Override
    void fill(Composite body, FormToolkit toolkit) {
        Composite section = fields().section(body, "section.mailboxes");
        section.getParent()
                .setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
        toolkit.createLabel(section, TEXTS.of("mailboxes.file"));
        file = toolkit.createText(section, "", SWT.BORDER);
        file.setData("id", "mailboxes.file");
        Names.give(file, TEXTS.of("mailboxes.file"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(file);
        file.addModifyListener(event -> typed());
        says = toolkit.createLabel(section, "", SWT.WRAP);
        says.setData("id", "mailboxes.says");
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(400, SWT.DEFAULT)
                .applyTo(says);
        open = toolkit.createHyperlink(section, TEXTS.of("mailboxes.open"), SWT.NONE);
        open.setData("id", "mailboxes.open");
        GridDataFactory.swtDefaults().span(2, 1).applyTo(open);
        open.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(event -> ListName.of(batch().editing())
                .ifPresent(name -> new Editors(getSite().getPage()).open(file(name)))));
        table(section);
    }

    private void table(Composite parent) {
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.BORDER);
        table.setData("id", "mailboxes.table");
        table.setHeaderVisible(true);
        Names.give(table, TEXTS.of("section.mailboxes"));
        column("mailboxes.line", 60, SWT.RIGHT);
        column("mailboxes.address", 260, SWT.LEFT);
        column("mailboxes.user", 220, SWT.LEFT);
        column("mailboxes.password", 140, SWT.LEFT);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, true)
                .hint(400, 200)
                .applyTo(table);
        table.addListener(SWT.SetData, event -> {
            MailboxRow row = rows.get(event.index);
            ((TableItem) event.item).setText(new String[] {
                String.valueOf(row.line()),
                row.emailAddress().map(Object::toString).orElse(TEXTS.of("mailboxes.unmatched")),
                row.userName(),
                TEXTS.of(
                        row.password().isPresent()
                                ? "mailboxes.password.list"
                                : row.passwordInStore() ? "mailboxes.password.store" : "mailboxes.password.none")
            });
        });
    }

    private void column(String key, int width, int style) {
        TableColumn column = new TableColumn(table, style);
        column.setText(TEXTS.of(key));
        column.setWidth(width);
    }

    private void typed() {
        String name = file.getText().strip();
        if (!name.equals(ListName.of(batch().editing()).orElse(""))) {
            batch().set(
                            ListName.path(batch().editing()),
                            name.isEmpty() ? Optional.empty() : Optional.of(YamlValue.text(name)));
        }
    }

    private Path file(String name) {
        return batch().project().folder().resolve(name);
    }

    @Override
    void update() {
        Optional<String> name = ListName.of(batch().editing());
        Optional<MailboxList> list = batch().project()
                .project()
                .map(read -> read.batches().get(batch().batch()))
                .flatMap(BatchFile::mailboxes);
        if (!file.getText().strip().equals(name.orElse(""))) {
            file.setText(name.orElse(""));
        }
        file.setEnabled(batch().editing().isEditable());
        open.setVisible(name.isPresent());
        long problems = batch().project().problems().stream()
                .filter(problem -> name.isPresent() && problem.file().equals(name.get()))
                .filter(Problem::isError)
                .count();
        if (name.isEmpty()) {
            says.setText(TEXTS.of("mailboxes.none"));
        } else if (list.isEmpty()) {
            says.setText(TEXTS.of("mailboxes.unread", name.get()));
        } else {
            says.setText(TEXTS.of(
                    "mailboxes.says", name.get(), Shown.count(list.get().rows().size()), problems));
        }
        List<MailboxRow> fresh = list.map(MailboxList::rows).orElse(List.of());
        if (fresh != rows) {
            rows = fresh;
            table.setItemCount(rows.size());
            table.clearAll();
        }
        says.getParent().layout(true, true);
    }
}
