/** The commands behind the task script: {@code up}, {@code down}, {@code demo} and {@code bench}. */
@NullMarked
package dev.vetrina.localstack;

import org.jspecify.annotations.NullMarked;
