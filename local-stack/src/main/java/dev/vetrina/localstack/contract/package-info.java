/**
 * Whether the API's documents are sound, clients made from them work, and the running system answers as they say. The tools
 * are Node programs, installed into a folder of their own; what they find ends the command with status 1.
 */
@NullMarked
package dev.vetrina.localstack.contract;

import org.jspecify.annotations.NullMarked;
