package dev.vetrina.testkit.architecture.sound;

/** The root of an example that keeps every rule. */
public final class SoundService {}
