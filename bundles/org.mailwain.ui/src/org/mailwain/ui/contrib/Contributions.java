package org.mailwain.ui.contrib;

import java.util.Comparator;
import java.util.List;
import org.mailwain.presenters.explorer.FileKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What is contributed, gathered. */
@Component(service = Contributions.class)
public final class Contributions {
    private final List<EditorPages> pages;
    private final List<WizardPages> wizardPages;
    private final List<ExplorerNodes> nodes;

    @Activate
    public Contributions(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<EditorPages> pages,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<WizardPages> wizardPages,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<ExplorerNodes> nodes) {
        this.pages = pages.stream()
                .sorted(Comparator.comparingInt(EditorPages::order))
                .toList();
        this.wizardPages = wizardPages.stream()
                .sorted(Comparator.comparingInt(WizardPages::order))
                .toList();
        this.nodes = nodes.stream()
                .sorted(Comparator.comparingInt(ExplorerNodes::order))
                .toList();
    }

    List<EditorPages> pages(FileKind kind) {
        return pages.stream().filter(each -> each.kind() == kind).toList();
    }

    List<WizardPages> wizardPages(String wizard) {
        return wizardPages.stream().filter(each -> each.wizard().equals(wizard)).toList();
    }

    /** In order. */
    public List<ExplorerNodes> nodes() {
        return nodes;
    }
}
