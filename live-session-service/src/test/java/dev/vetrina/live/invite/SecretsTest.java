package dev.vetrina.live.invite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void aCodeIsFourGroupsOfLettersThatAreNotTakenForOneAnother() {
        assertThat(Secrets.code()).matches("([A-HJKMNP-TV-Z0-9]{4}-){3}[A-HJKMNP-TV-Z0-9]{4}");
        assertThat(Secrets.code()).isNotEqualTo(Secrets.code());
        assertThat(Secrets.pass()).hasSize(32).isNotEqualTo(Secrets.pass());
    }

    @Test
    void howACodeIsTypedDoesNotCount() {
        assertThat(Secrets.codeDigest("7kqx m2pa-t9df 0hwe"))
                .isEqualTo(Secrets.codeDigest("7KQX-M2PA-T9DF-0HWE"))
                .isNotEqualTo(Secrets.codeDigest("7KQX-M2PA-T9DF-0HWF"));
    }
}
