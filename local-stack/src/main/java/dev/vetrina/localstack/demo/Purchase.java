package dev.vetrina.localstack.demo;

import java.util.List;
import java.util.UUID;

/** An order as its buyer knows it: it was answered with 201. */
record Purchase(UUID orderId, String account, List<Wish> wishes, Money total) {}
