package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.engine.internal.limit.EndpointGate;
import org.mailwain.engine.internal.limit.Gates;
import org.mailwain.engine.internal.limit.Rests;
import org.mailwain.tck.memory.HandClock;
import org.mailwain.tck.memory.MemoryFailure;

class GateTest {
    private static final RetryPolicy POLICY =
            new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(10));
    private static final Failure DOWN = MemoryFailure.THROTTLED.with("down");

    private final HandClock clock = new HandClock();
    private int entered;
    private final List<Instant> waits = new ArrayList<>();
    private final Rests rests = (time, cancel) -> {
        cancel.check();
        clock.advance(time);
    };

    private EndpointGate gate(int connections) {
        return new Gates(clock, rests, POLICY).gate("there", new EndpointLimits(connections, 1, 0, 0), 3);
    }

    private EndpointGate.Permit enter(EndpointGate gate) throws FailureException {
        return gate.enter("account " + entered++, Cancel.NEVER, (endpoint, reason, until) -> waits.add(until));
    }

    @Test
    void letsInAsManyAsAllowed() throws FailureException {
        EndpointGate gate = gate(2);
        EndpointGate.Permit first = enter(gate);
        enter(gate);
        assertThat(gate.tryEnterNow("anna")).isNull();
        assertThat(gate.picture().open()).isEqualTo(2);
        first.close();
        first.close();
        assertThat(gate.picture().open()).isEqualTo(1);
        assertThat(gate.tryEnterNow("anna")).isNotNull();
    }

    @Test
    void letsInAsManyForAnAccountAsTheServerTakes() throws Exception {
        EndpointGate gate = gate(10);
        List<EndpointGate.Permit> annas = List.of(
                gate.tryEnterNow("anna"), gate.tryEnterNow("anna"), gate.enter("anna", Cancel.NEVER, (e, r, u) -> {}));
        assertThat(gate.tryEnterNow("anna")).isNull();
        EndpointGate.Permit ben = gate.tryEnterNow("ben");
        assertThat(ben).isNotNull();
        ben.close();
        assertThat(gate.tryEnterNow("anna")).isNull();
        annas.getFirst().close();
        assertThat(gate.tryEnterNow("anna")).isNotNull();
    }

    @Test
    void wakesWhoeverWaitsWhenSomebodyLeaves() throws Exception {
        EndpointGate gate = gate(1);
        EndpointGate.Permit first = enter(gate);
        CountDownLatch in = new CountDownLatch(1);
        Thread.ofPlatform().start(() -> {
            try {
                enter(gate);
                in.countDown();
            } catch (FailureException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(in.await(100, TimeUnit.MILLISECONDS)).isFalse();
        first.close();
        assertThat(in.await(2, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void letsMoreInWhenTheLimitIsRaised() throws FailureException {
        EndpointGate gate = gate(1);
        enter(gate);
        gate.change(new EndpointLimits(2, 1, 0, 0));
        assertThat(gate.tryEnterNow("anna")).isNotNull();
    }

    @Test
    void triesOneAtATimeWhileTheEndpointIsDown() throws FailureException {
        EndpointGate gate = gate(5);
        enter(gate).failed(DOWN);
        assertThat(gate.tryEnterNow("anna")).isNull();
        Instant before = clock.instant();
        EndpointGate.Permit second = enter(gate);
        assertThat(Duration.between(before, clock.instant())).isBetween(Duration.ofMillis(700), Duration.ofSeconds(2));
        second.failed(DOWN);
        EndpointGate.Permit third = enter(gate);
        third.succeeded();
        assertThat(gate.tryEnterNow("anna")).isNotNull();
        assertThat(waits).isNotEmpty();
    }

    @Test
    void waitsLongerAndLongerThenTellsEverybody() throws FailureException {
        EndpointGate gate = gate(5);
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> {
                    while (true) {
                        enter(gate).failed(DOWN);
                        tries.incrementAndGet();
                    }
                })
                .isInstanceOf(FailureException.class)
                .satisfies(e -> assertThat(((FailureException) e).failure()).isEqualTo(DOWN));
        assertThat(tries).hasValueBetween(15, 40);
        assertThatThrownBy(() -> enter(gate)).isInstanceOf(FailureException.class);
        clock.advance(Duration.ofHours(1));
        enter(gate).succeeded();
    }

    @Test
    void tellsAtOnceWhatWillNotPass() throws FailureException {
        EndpointGate gate = gate(5);
        Failure never = MemoryFailure.SIGN_IN.with("x").at(Scope.ENDPOINT);
        enter(gate).failed(never);
        assertThatThrownBy(() -> enter(gate)).isInstanceOf(FailureException.class);
    }

    @Test
    void aMailboxThatCannotSignInConcernsNobodyElse() throws FailureException {
        EndpointGate gate = gate(5);
        enter(gate).failed(MemoryFailure.SIGN_IN.with("x"));
        assertThat(gate.tryEnterNow("anna")).isNotNull();
    }

    @Test
    void obeysTheMomentThatTheServerNames() throws FailureException {
        EndpointGate gate = gate(8);
        enter(gate);
        Instant until = clock.instant().plus(Duration.ofMinutes(7));
        gate.throttled(DOWN.notBefore(until));
        enter(gate);
        assertThat(clock.instant()).isAfterOrEqualTo(until).isBefore(until.plusSeconds(2));
    }

    @Test
    void allowsFewerAfterThrottlingAndGrowsAgain() throws FailureException {
        EndpointGate gate = gate(8);
        for (int i = 0; i < 8; i++) {
            enter(gate);
        }
        gate.throttled(DOWN);
        assertThat(gate.picture().allowed()).isEqualTo(4);
        clock.advance(Duration.ofSeconds(5));
        gate.throttled(DOWN);
        assertThat(gate.picture().allowed()).isEqualTo(2);
        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofSeconds(60));
            gate.picture();
            EndpointGate.Permit more = gate.tryEnterNow("anna");
            if (more != null) {
                more.close();
            }
        }
        CancelSource cancel = new CancelSource();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            cancel.request();
        });
        assertThatThrownBy(() -> gate.enter("anna", cancel, (e, r, u) -> {})).isInstanceOf(CancelledException.class);
        assertThat(gate.picture().allowed()).isGreaterThan(2);
    }

    @Test
    void keepsToRatesThatMayChange() throws FailureException {
        EndpointGate gate =
                new Gates(clock, Rests.REAL, POLICY).gate("there", new EndpointLimits(5, 1, 100, 1_000_000), 3);
        LimitLease lease = gate.lease(Cancel.NEVER);
        long begin = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            lease.acquire(LimitLease.Kind.MESSAGES, 1);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(600), Duration.ofMillis(1600));
        begin = System.nanoTime();
        lease.acquire(LimitLease.Kind.BYTES, 1_000_000);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(600), Duration.ofMillis(1600));
        gate.change(new EndpointLimits(5, 1, 0, 0));
        begin = System.nanoTime();
        lease.acquire(LimitLease.Kind.MESSAGES, 1_000_000);
        lease.acquire(LimitLease.Kind.BYTES, 1_000_000_000);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void holdsSessionsThatAreOpen() throws FailureException {
        EndpointGate gate = gate(5);
        LimitLease lease = gate.lease(Cancel.NEVER);
        Instant until = clock.instant().plusSeconds(90);
        lease.holdUntil(until);
        lease.acquire(LimitLease.Kind.MESSAGES, 1);
        assertThat(clock.instant()).isAfterOrEqualTo(until);
    }

    @Test
    void takesAStormOfLostConnectionsForTooMuch() throws FailureException {
        EndpointGate gate = gate(8);
        for (int i = 0; i < 4; i++) {
            enter(gate);
        }
        Failure lost = MemoryFailure.CUT.with("bye");
        gate.lost("anna", lost);
        gate.lost("anna", lost);
        gate.lost("anna", lost);
        assertThat(gate.picture().allowed())
                .as("one mailbox may have a trouble of its own")
                .isEqualTo(8);
        gate.lost("ben", lost);
        assertThat(gate.picture().allowed()).isEqualTo(2);
        assertThat(gate.picture().waitingFor()).isEqualTo(lost);
        assertThat(gate.picture().until()).isAfter(clock.instant());
        clock.advance(Duration.ofMinutes(5));
        assertThat(gate.tryEnterNow("anna")).isNull();
    }

    @Test
    void obeysATimeThatIsNamedToOneMailbox() {
        EndpointGate gate = gate(8);
        Instant until = clock.instant().plusMillis(299_961);
        gate.lost("anna", MemoryFailure.CUT.with("throttled").notBefore(until));
        assertThat(gate.picture().until()).isEqualTo(until);
        assertThat(gate.picture().allowed()).isLessThan(8);
    }

    @Test
    void opensFewerConnectionsWhenAnswersBecomeMuchSlower() throws FailureException {
        EndpointGate gate = gate(8);
        for (int i = 0; i < 8; i++) {
            enter(gate);
        }
        for (int i = 0; i < 200; i++) {
            gate.answered(Duration.ofMillis(100).toNanos(), 1, 0);
        }
        assertThat(gate.picture().allowed()).isEqualTo(8);
        for (int i = 0; i < 100; i++) {
            gate.answered(Duration.ofSeconds(3).toNanos(), 1, 0);
        }
        assertThat(gate.picture().allowed()).isLessThan(8);
        assertThat(gate.picture().waitingFor().is(EngineFailure.SLOWER)).isTrue();
    }

    @Test
    void largeMessagesAreNotSlowAnswers() {
        EndpointGate gate = gate(8);
        for (int i = 0; i < 200; i++) {
            gate.answered(Duration.ofMillis(50).toNanos(), 1, 1_000);
        }
        for (int i = 0; i < 100; i++) {
            gate.answered(Duration.ofSeconds(5).toNanos(), 1, 20_000_000);
        }
        assertThat(gate.picture().allowed()).isEqualTo(8);
    }
}
