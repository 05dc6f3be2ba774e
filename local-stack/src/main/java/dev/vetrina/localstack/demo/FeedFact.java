package dev.vetrina.localstack.demo;

/** A fact of the live feed: its place in the session's order, and what kind it is. */
record FeedFact(long sequence, String kind) {}
