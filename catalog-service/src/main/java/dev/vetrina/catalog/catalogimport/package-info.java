/**
 * Imports of the files that brands already have: Shopify's product CSV, old and new column names. A file is kept with its
 * job and worked through product by product, each in a transaction together with the job's progress, by whichever instance
 * claims it; an instance that dies leaves a lapsed lease behind and the next one goes on where it stopped.
 *
 * <p>Invariants: a row whose variant has an error is not applied and every other row is; what is wrong with a product as a whole
 * leaves out all of its rows; the same file again changes nothing; the files of one brand follow each other; a job that
 * cannot be read at all fails and says why.
 *
 * <p>Events in: none. Events out: those of the products, and {@code variant.stock-declared.v1}.
 */
@NullMarked
package dev.vetrina.catalog.catalogimport;

import org.jspecify.annotations.NullMarked;
