package org.mailwain.discovery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class DnsNamesTest {
    private DatagramSocket socket;
    private DnsNames names;

    @BeforeEach
    void serve() throws Exception {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answer);
        SimpleResolver resolver =
                new SimpleResolver(new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort()));
        resolver.setTimeout(Duration.ofSeconds(1));
        names = new DnsNames(resolver);
    }

    @AfterEach
    void end() {
        socket.close();
    }

    private void answer() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                Message question = new Message(Arrays.copyOf(buffer, packet.getLength()));
                if (!question.getQuestion().getName().toString().startsWith("silent")) {
                    byte[] wire = reply(question).toWire();
                    socket.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static Message reply(Message question) throws IOException {
        Record asked = question.getQuestion();
        Message reply = new Message(question.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.addRecord(asked, Section.QUESTION);
        Name name = asked.getName();
        String text = name.toString();
        if (asked.getType() == Type.SRV && text.startsWith("_imaps._tcp.example.org")) {
            reply.addRecord(service(name, 20, 1, 993, "late.example.org."), Section.ANSWER);
            reply.addRecord(service(name, 10, 1, 993, "light.example.org."), Section.ANSWER);
            reply.addRecord(service(name, 10, 9, 1993, "heavy.example.org."), Section.ANSWER);
            reply.addRecord(service(name, 1, 9, 993, "bad\\009name.example.org."), Section.ANSWER);
            reply.addRecord(service(name, 1, 9, 0, "portless.example.org."), Section.ANSWER);
        } else if (asked.getType() == Type.SRV && text.startsWith("_pop3s")) {
            reply.addRecord(service(name, 0, 0, 0, "."), Section.ANSWER);
        } else if (asked.getType() == Type.MX && text.equals("example.org.")) {
            reply.addRecord(new MXRecord(name, DClass.IN, 60, 20, Name.fromString("mx2.example.net.")), Section.ANSWER);
            reply.addRecord(new MXRecord(name, DClass.IN, 60, 10, Name.fromString("mx1.example.net.")), Section.ANSWER);
        } else if (text.startsWith("broken")) {
            reply.getHeader().setRcode(Rcode.SERVFAIL);
        } else {
            reply.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        return reply;
    }

    private static SRVRecord service(Name name, int priority, int weight, int port, String target) throws IOException {
        return new SRVRecord(name, DClass.IN, 60, priority, weight, port, Name.fromString(target));
    }

    @Test
    void servicesComeByPriorityThenWeightWithoutWhatCannotBeAHost() throws Exception {
        List<Names.Service> services = names.services("_imaps._tcp.example.org");
        assertThat(services)
                .containsExactly(
                        new Names.Service("heavy.example.org", 1993, 10),
                        new Names.Service("light.example.org", 993, 10),
                        new Names.Service("late.example.org", 993, 20));
    }

    @Test
    void theRootSaysThatThereIsNone() throws Exception {
        assertThat(names.services("_pop3s._tcp.example.org"))
                .singleElement()
                .satisfies(service -> assertThat(service.host()).isEmpty());
    }

    @Test
    void exchangersComeByPreference() throws Exception {
        assertThat(names.exchangers("example.org")).containsExactly("mx1.example.net", "mx2.example.net");
    }

    @Test
    void nothingIsNoFailure() throws Exception {
        assertThat(names.services("_imaps._tcp.nowhere.test")).isEmpty();
        assertThat(names.exchangers("nowhere.test")).isEmpty();
    }

    @Test
    void whatCannotBeLookedUpIsSaid() {
        assertThatThrownBy(() -> names.exchangers("broken.test")).isInstanceOf(FailureException.class);
        assertThatThrownBy(() -> names.exchangers("a..b")).isInstanceOf(FailureException.class);
    }

    @Test
    void aSilentServerIsWaitedForOnlySoLong() {
        long start = System.nanoTime();
        assertThatThrownBy(() -> names.exchangers("silent.test")).isInstanceOf(FailureException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }
}
