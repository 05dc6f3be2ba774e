/**
 * What the crew of a session plans for its lineup, and what came of it: how long each product is to be shown, notes that no
 * viewer sees, and the airtime that brands were promised; and the airtime that they had, measured from the timeline's facts
 * without pauses. The order of the products is the session's lineup. A brand sees its own airtime only.
 */
@NullMarked
package dev.vetrina.live.runsheet;

import org.jspecify.annotations.NullMarked;
