package org.mailwain.mail.internal.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UidSetTest {
    @Test
    void neighboursBecomeRanges() {
        assertThat(UidSet.of(new long[] {1, 2, 3, 7, 9, 10, 4_294_967_295L}, 1000))
                .containsExactly("1:3,7,9:10,4294967295");
        assertThat(UidSet.of(new long[0], 1000)).isEmpty();
    }

    @Test
    void setsStayWithinTheLength() {
        long[] odd = LongStream.range(0, 1000).map(i -> 1_000_000 + 2 * i).toArray();
        List<String> sets = UidSet.of(odd, 100);
        assertThat(sets).hasSizeGreaterThan(50).allMatch(set -> set.length() <= 100);
        assertThat(sets.stream().mapToInt(UidSet::count).sum()).isEqualTo(1000);
    }

    @Test
    void aSetIsTakenOnlyWithTheRightCount() {
        assertThat(UidSet.expand("5,3:4", 3)).containsExactly(5, 3, 4);
        for (String wrong : Arrays.asList("", "1", "1:2", "1:4", "3:1", "1,,2", "1:2:3", "a", "1:*", "1:4294967295")) {
            assertThat(UidSet.expand(wrong, 3)).as(wrong).isEmpty();
        }
    }
}
