package dev.vetrina.testkit.architecture.broken;

/** The root of an example that breaks every rule once. */
public final class BrokenService {}
