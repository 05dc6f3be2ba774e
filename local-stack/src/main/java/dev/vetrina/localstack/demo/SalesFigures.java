package dev.vetrina.localstack.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What all buyers were told.
 *
 * @param purchases orders answered with 201
 * @param toldPaid those of which a buyer was told that they are paid
 * @param refusals other refusals than being sold out, by code
 * @param soldOut answers that something is sold out
 * @param unanswered orders that got no lasting answer
 * @param repeatedOrders orders beyond the first that one key was answered with
 */
record SalesFigures(
        List<Purchase> purchases,
        Set<UUID> toldPaid,
        List<Duration> answerTimes,
        Map<String, Integer> refusals,
        int soldOut,
        int unanswered,
        int repeatedOrders) {}
