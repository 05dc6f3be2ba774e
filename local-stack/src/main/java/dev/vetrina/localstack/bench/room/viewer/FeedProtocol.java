package dev.vetrina.localstack.bench.room.viewer;

/** What a feed is spoken in. */
public enum FeedProtocol {
    EVENT_STREAM {
        @Override
        byte[] request(int port, String path) {
            return Bytes.of("""
                    GET %s HTTP/1.1\r
                    Host: 127.0.0.1:%d\r
                    Accept: text/event-stream\r
                    Cache-Control: no-cache\r
                    \r
                    """.formatted(path, port));
        }

        @Override
        FrameReader reader(FrameReader.Reception reception) {
            return new EventStreamReader(reception);
        }
    },
    /** Over a WebSocket from the beginning. */
    SOCKET_IO {
        @Override
        byte[] request(int port, String path) {
            return Bytes.of("""
                    GET %s HTTP/1.1\r
                    Host: 127.0.0.1:%d\r
                    Connection: Upgrade\r
                    Upgrade: websocket\r
                    Sec-WebSocket-Version: 13\r
                    Sec-WebSocket-Key: dmV0cmluYS1iZW5jaC0wMA==\r
                    \r
                    """.formatted(path, port));
        }

        @Override
        FrameReader reader(FrameReader.Reception reception) {
            return new SocketIoReader(reception);
        }
    };

    /** The request that opens the feed. */
    abstract byte[] request(int port, String path);

    abstract FrameReader reader(FrameReader.Reception reception);
}
