/**
 * Benchmarks of the system as it runs on this machine. Each compares with a baseline in the same run, in turns, because
 * the speed of a shared machine changes from minute to minute; rates of different runs are not to be compared. A run whose
 * own baseline wandered too far says that it is void.
 */
@NullMarked
package dev.vetrina.localstack.bench;

import org.jspecify.annotations.NullMarked;
