package dev.vetrina.localstack.bench.checkout;

import dev.vetrina.localstack.bench.AnswerBuffer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** Somebody with one connection who buys one thing after the other. */
final class Buyer implements AutoCloseable {

    private static final int CREATED = 201;

    private final InetSocketAddress gateway;
    private final Selector selector;
    private final BuyerRequests requests;
    private final PurchaseWay way;
    private final AnswerBuffer answer = new AnswerBuffer();
    private @Nullable SocketChannel channel;
    private long begunNanos;
    private String orderId = "";

    Buyer(InetSocketAddress gateway, Selector selector, BuyerRequests requests, PurchaseWay way) throws IOException {
        this.gateway = gateway;
        this.selector = selector;
        this.requests = requests;
        this.way = way;
        connected();
    }

    /** Presses. False if the request cannot even be sent. */
    boolean begin(long dueNanos, byte[] order, ByteBuffer out) {
        begunNanos = dueNanos;
        orderId = "";
        requests.place(out.clear(), order);
        return send(out);
    }

    /** Takes what has arrived; the purchase, once it is over. */
    @Nullable
    Purchase proceed(long now, ByteBuffer out) {
        try {
            if (!answer.readFrom(connected())) {
                return null;
            }
        } catch (IOException noAnswer) {
            return giveUp(now);
        }
        int status = answer.status();
        String body = answer.body();
        if (status != CREATED) {
            return over(now, code(status, body));
        }
        if (way == PurchaseWay.TWO_CALLS && orderId.isEmpty()) {
            orderId = member("id", body);
            requests.pay(out.clear(), orderId);
            return send(out) ? null : giveUp(now);
        }
        return over(now, isPaid(body) ? Purchase.PAID : "not paid");
    }

    /** Nobody knows what became of it; the connection is of no use any more. */
    Purchase giveUp(long now) {
        close();
        return over(now, Purchase.NO_ANSWER);
    }

    private Purchase over(long now, String outcome) {
        return new Purchase(begunNanos, now - begunNanos, outcome, orderId);
    }

    private boolean isPaid(String body) {
        if (way == PurchaseWay.TWO_CALLS) {
            return body.contains("\"status\":\"CAPTURED\"");
        }
        orderId = member("id", body);
        return body.contains("\"status\":\"PAID\"");
    }

    private static String code(int status, String body) {
        String code = member("code", body);
        return code.isEmpty() ? Integer.toString(status) : code;
    }

    /** The first member of this name that is a text; that much of JSON is enough for what our own services write. */
    private static String member(String name, String body) {
        String lead = "\"" + name + "\":\"";
        int begin = body.indexOf(lead);
        return begin < 0 ? "" : body.substring(begin + lead.length(), body.indexOf('"', begin + lead.length()));
    }

    private boolean send(ByteBuffer out) {
        answer.clear();
        out.flip();
        try {
            SocketChannel open = connected();
            while (out.hasRemaining()) {
                // The connection is idle, so that its buffer takes a whole request, nearly always at the first time.
                open.write(out);
            }
            return true;
        } catch (IOException unreachable) {
            close();
            return false;
        }
    }

    /** The connection, opened again if the last one failed. */
    private SocketChannel connected() throws IOException {
        SocketChannel open = channel;
        if (open == null) {
            open = SocketChannel.open(gateway);
            open.setOption(StandardSocketOptions.TCP_NODELAY, true);
            open.configureBlocking(false);
            open.register(selector, SelectionKey.OP_READ, this);
            channel = open;
        }
        return open;
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException goneAnyway) {
            // Nobody needs it any more.
        }
        channel = null;
    }
}
