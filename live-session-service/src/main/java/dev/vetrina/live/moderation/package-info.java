/**
 * Who may write what into the chat of a session: settings (mode, slow mode, keywords, links), mutes and bans. Every instance remembers
 * the rules of the rooms it serves ({@code Rooms}); a change is told at once by an event, and a version that is compared every
 * second makes up for an event that was missed. Whoever is sanctioned is found by {@code Speakers}, which the chat answers. The host
 * and the operators cannot be sanctioned by moderators, nor moderators by each other. Events out: {@code chat.rules-changed.v1} on
 * {@code live.chat}; facts: {@code chat-settings-changed}.
 */
@NullMarked
package dev.vetrina.live.moderation;

import org.jspecify.annotations.NullMarked;
