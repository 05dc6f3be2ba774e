package dev.vetrina.localstack.bench.room.viewer;

import java.io.IOException;

/** Cuts what comes over one connection into frames. */
interface FrameReader {

    /** Told of what was found. The bytes are another's as soon as a method has returned. */
    interface Reception {

        /** The feed is open. */
        void joined();

        /**
         * Something was told.
         *
         * @param name where its name begins
         * @param from where its data begin
         * @param to where its data end
         */
        void frame(byte[] bytes, int name, int from, int to);

        /** The protocol wants something said. */
        void say(byte[] bytes) throws IOException;
    }

    /**
     * Reads all that is complete.
     *
     * @return where the rest begins, which is to be given again with more behind it
     * @throws IOException if the feed was refused or has ended
     */
    int read(byte[] bytes, int from, int to) throws IOException;
}
