/**
 * The events that cross a service's border. Each record is owned by the service that publishes it, is named in the past
 * tense and carries ids and facts, never an entity. A type name is versioned: fields may be added, a breaking change is
 * a new type. Consumers ignore what they do not know. No personal data; customer ids are pseudonymous.
 */
@NullMarked
package dev.vetrina.events;

import org.jspecify.annotations.NullMarked;
