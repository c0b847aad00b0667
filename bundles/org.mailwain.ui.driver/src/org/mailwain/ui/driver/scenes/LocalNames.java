package org.mailwain.ui.driver.scenes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A name server on this machine that knows one service and refuses one domain; there is nothing else. */
final class LocalNames implements AutoCloseable {
    private static final int HEAD = 12;
    private static final int TYPE_SRV = 33;
    private static final int MOST = 512;
    private static final short ANSWER = (short) 0x8180;
    private static final short NOT_FOUND = (short) 0x8183;
    private static final short REFUSED = (short) 0x8185;

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final String service;
    private final int port;
    private final String refused;

    /** @param service is on this machine at a port; @param refused end of names that are not answered about */
    LocalNames(String service, int port, String refused) throws IOException {
        this.service = service;
        this.port = port;
        this.refused = refused;
        Thread.ofVirtual().start(this::serve);
    }

    String place() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        byte[] buffer = new byte[MOST];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] reply = reply(Arrays.copyOf(buffer, packet.getLength()));
                socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private byte[] reply(byte[] query) {
        StringBuilder name = new StringBuilder();
        int at = HEAD;
        while (query[at] != 0) {
            name.append(name.isEmpty() ? "" : ".")
                    .append(new String(query, at + 1, query[at], StandardCharsets.US_ASCII));
            at += query[at] + 1;
        }
        int end = at + 1 + 2 * Short.BYTES;
        boolean known = name.toString().equals(service) && query[at + 2] == TYPE_SRV;
        short flags = known ? ANSWER : name.toString().endsWith(refused) ? REFUSED : NOT_FOUND;
        byte[] target = wire("localhost");
        ByteBuffer reply = ByteBuffer.allocate(MOST);
        reply.put(query, 0, 2).putShort(flags).putShort((short) 1).putShort((short) (known ? 1 : 0));
        reply.putInt(0).put(query, HEAD, end - HEAD);
        if (known) {
            // the name again, as a pointer; type, class, seconds to live, length; priority, weight
            reply.putShort((short) (0xC000 | HEAD)).putShort((short) TYPE_SRV).putShort((short) 1);
            reply.putInt(60).putShort((short) (3 * Short.BYTES + target.length));
            reply.putInt(0).putShort((short) port).put(target);
        }
        return Arrays.copyOf(reply.array(), reply.position());
    }

    private static byte[] wire(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String label : name.split("\\.")) {
            bytes.write(label.length());
            bytes.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        bytes.write(0);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
