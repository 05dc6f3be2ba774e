package dev.vetrina.gateway.connection;

import dev.vetrina.kit.problem.ProblemException;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Between the HTTP/1 codec and Vert.x: refuses what is malformed or too slow, with an answer where one can still be written. */
final class RequestGuard extends ChannelDuplexHandler {

    /** For the client to read the refusal: a connection that is closed over unread bytes takes the answer with it. */
    private static final long LINGER_MILLIS = 1_000;

    private static final WholeAnswers WHOLE = new WholeAnswers();

    private final ConnectionSettings settings;
    private final RequestRules rules;
    private @Nullable ChannelHandlerContext context;
    private @Nullable ScheduledFuture<?> timer;
    private @Nullable BodyPace body;
    private boolean seenRequest;
    private boolean readSomething;
    private boolean refused;
    /** Requests that were passed on and whose answers have not ended. */
    private int unanswered;

    private boolean answerBegun;
    /** Whether one of them may be for a HEAD, whose answer has no body whatever its headers say. */
    private boolean askedForHead;

    private @Nullable ChannelHandlerContext encoder;

    RequestGuard(ConnectionSettings settings) {
        this.settings = settings;
        this.rules = new RequestRules(settings.maxHeaders());
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        readSomething = true;
        if (refused || !accepts(message)) {
            ReferenceCountUtil.release(message);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    private boolean accepts(Object message) {
        if (message instanceof HttpRequest request) {
            ProblemException fault = rules.fault(request);
            if (fault != null) {
                refuse(fault, unanswered == 0);
                return false;
            }
            // No connection becomes one of another protocol: that would be a way past proxies that do not understand
            // it.
            request.headers().remove(HttpHeaderNames.UPGRADE);
            seenRequest = true;
            askedForHead |= HttpMethod.HEAD.equals(request.method());
            unanswered++;
            endTimer();
            body = new BodyPace(settings);
        }
        if (message instanceof HttpContent content) {
            if (content.decoderResult().isFailure()) {
                refuse(RequestRules.malformed("The body is not framed as HTTP frames it."), bodyMayBeAnswered());
                return false;
            }
            if (message instanceof LastHttpContent) {
                endTimer();
                body = null;
            } else if (body != null) {
                body.received(content.content().readableBytes());
            }
        }
        return true;
    }

    /** After all that the bytes have become has been passed on. */
    void bytesWereRead() {
        if (!refused && timer == null) {
            if (body != null) {
                timer = after(1_000, this::checkBody);
            } else if (!readSomething) {
                timer = after(settings.headTimeout().toMillis(), this::headIsLate);
            }
        }
        readSomething = false;
    }

    boolean hasSeenRequest() {
        return seenRequest;
    }

    boolean hasRefused() {
        return refused;
    }

    void headIsLate() {
        timer = null;
        refuse(
                ProblemException.of(
                        408, "request-timeout", "The request took too long", "Its head did not come in time."),
                unanswered == 0);
    }

    private void checkBody() {
        timer = null;
        BodyPace pace = body;
        if (pace == null || refused) {
            return;
        }
        boolean wanted = context().channel().config().isAutoRead();
        if (wanted && pace.isTooSlowAfterAnotherSecond()) {
            refuse(
                    ProblemException.of(
                            408, "request-timeout", "The request took too long", "Its body came too slowly."),
                    bodyMayBeAnswered());
        } else {
            timer = after(1_000, this::checkBody);
        }
    }

    private boolean bodyMayBeAnswered() {
        return unanswered == 1 && !answerBegun;
    }

    private void refuse(ProblemException problem, boolean mayAnswer) {
        if (refused) {
            return;
        }
        refused = true;
        endTimer();
        body = null;
        if (mayAnswer) {
            context().writeAndFlush(RawProblem.of(problem)).addListener(written -> closeAfterItWasRead());
        } else {
            close();
        }
    }

    private void closeAfterItWasRead() {
        if (context().channel() instanceof DuplexChannel duplex
                && context().pipeline().get("ssl") == null) {
            var _ = duplex.shutdownOutput();
            var _ = after(LINGER_MILLIS, this::close);
        } else {
            close();
        }
    }

    private void close() {
        var _ = context().close();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (refused) {
            ReferenceCountUtil.release(message);
            promise.setFailure(new IllegalStateException("the request was refused"));
            return;
        }
        boolean mayBeHeads = askedForHead;
        boolean interim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (!interim) {
            answerBegun = true;
            if (message instanceof LastHttpContent) {
                unanswered--;
                answerBegun = false;
                askedForHead &= unanswered > 0;
            }
        }
        if (message instanceof FullHttpResponse whole && !mayBeHeads && WholeAnswers.isOne(whole)) {
            var _ = encoder(ctx).write(WHOLE.encode(whole, ctx.alloc()), promise);
        } else {
            var _ = ctx.write(message, promise);
        }
    }

    private ChannelHandlerContext encoder(ChannelHandlerContext ctx) {
        if (encoder == null) {
            encoder = ctx.pipeline().context("httpEncoder");
        }
        return Objects.requireNonNull(encoder, "no encoder");
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        endTimer();
        ctx.fireChannelInactive();
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context, "not in a pipeline");
    }

    private ScheduledFuture<?> after(long millis, Runnable then) {
        return context().executor().schedule(then, millis, TimeUnit.MILLISECONDS);
    }

    private void endTimer() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
