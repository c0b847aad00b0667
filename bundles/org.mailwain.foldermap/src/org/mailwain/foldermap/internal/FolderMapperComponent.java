package org.mailwain.foldermap.internal;

import java.util.List;
import org.mailwain.api.folder.FolderMapper;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.provider.NameRules;
import org.mailwain.foldermap.PlainFolderMapper;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The folder map as a service, with the names that all bundles contribute, read when first asked. Thread-safe. */
@Component
public final class FolderMapperComponent implements FolderMapper {
    private final BundleContext context;
    private PlainFolderMapper mapper;

    @Activate
    public FolderMapperComponent(BundleContext context) {
        this.context = context;
    }

    @Override
    public void prepare(FolderRules rules) {
        mapper().prepare(rules);
    }

    @Override
    public List<FolderMapping> map(List<Folder> source, List<Folder> target, FolderRules rules, NameRules names) {
        return mapper().map(source, target, rules, names);
    }

    @Override
    public boolean matches(Folder folder, String filter) {
        return mapper().matches(folder, filter);
    }

    private synchronized PlainFolderMapper mapper() {
        if (mapper == null) {
            mapper = new PlainFolderMapper(ContributedContent.files(context.getBundles(), "folders"));
        }
        return mapper;
    }
}
