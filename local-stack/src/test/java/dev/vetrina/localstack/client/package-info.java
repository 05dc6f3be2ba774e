/** A client's engineer with the generated Java client, and whether every answer is what the API's document says. */
@NullMarked
package dev.vetrina.localstack.client;

import org.jspecify.annotations.NullMarked;
