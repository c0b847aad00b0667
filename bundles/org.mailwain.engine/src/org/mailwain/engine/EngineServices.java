package org.mailwain.engine;

import java.time.Clock;
import java.util.List;
import org.mailwain.api.folder.FolderMapper;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.api.provider.TargetProvider;
import org.mailwain.api.repair.RepairRule;

/** What an engine is built from; of two providers of one kind the first counts. */
public record EngineServices(
        List<SourceProvider> sources,
        List<TargetProvider> targets,
        FolderMapper mapper,
        List<RepairRule> repairs,
        Asks asks,
        Clock clock) {
    public EngineServices {
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
        repairs = List.copyOf(repairs);
    }
}
