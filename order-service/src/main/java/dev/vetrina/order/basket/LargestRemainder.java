package dev.vetrina.order.basket;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Splits an amount in proportion to weights, to the last minor unit: everyone gets the whole part of their share, and what is
 * left goes, one unit each, to those who lost most by that. Equals are served in their order, so that a repeat gives the same.
 */
final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * @param weights not negative; who weighs nothing gets nothing
     * @throws IllegalArgumentException if there is an amount, but nobody to get it
     */
    static long[] allocate(long amount, long[] weights) {
        long[] shares = new long[weights.length];
        if (amount == 0) {
            return shares;
        }
        BigInteger sum = Arrays.stream(weights).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (amount < 0 || sum.signum() == 0) {
            throw new IllegalArgumentException("cannot allocate " + amount + " to " + Arrays.toString(weights));
        }
        BigInteger[] remainders = new BigInteger[weights.length];
        long left = amount;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] share = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(sum);
            shares[i] = share[0].longValueExact();
            remainders[i] = share[1];
            left -= shares[i];
        }
        largest(remainders).limit(left).forEach(i -> shares[i]++);
        return shares;
    }

    private static IntStream largest(BigInteger[] remainders) {
        return IntStream.range(0, remainders.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .mapToInt(Integer::intValue);
    }
}
