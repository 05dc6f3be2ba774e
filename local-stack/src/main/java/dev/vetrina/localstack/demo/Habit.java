package dev.vetrina.localstack.demo;

/** How a buyer goes on once an order is placed. */
enum Habit {
    PAYS,
    /** The first card is declined, the second one is not. */
    PAYS_WITH_THE_SECOND_CARD,
    /** There is not enough on the card: the order is cancelled. */
    HAS_NO_MONEY,
    PASSES_THE_CHALLENGE,
    /** The bank's question is answered wrongly: the order is cancelled. */
    FAILS_THE_CHALLENGE,
    /** The provider captures the money, and its answer is lost. */
    PAYS_WITHOUT_HEARING_OF_IT,
    CHANGES_MIND;

    private static final Habit[] TWENTY_BUYERS = {
        PAYS, PAYS_WITH_THE_SECOND_CARD, PASSES_THE_CHALLENGE, PAYS, PAYS_WITHOUT_HEARING_OF_IT,
        PAYS, HAS_NO_MONEY, PAYS, FAILS_THE_CHALLENGE, PAYS,
        PAYS, PAYS_WITH_THE_SECOND_CARD, PASSES_THE_CHALLENGE, PAYS, CHANGES_MIND,
        PAYS, PAYS_WITHOUT_HEARING_OF_IT, PAYS, PAYS, PAYS
    };

    /** The habit of the buyer with this number: the same mix in every show. */
    static Habit of(int number) {
        return TWENTY_BUYERS[number % TWENTY_BUYERS.length];
    }
}
