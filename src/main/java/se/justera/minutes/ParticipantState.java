package se.justera.minutes;

/** How far a signatory has come in this round; the names are the published contract. */
public enum ParticipantState {
    WAITING,
    INVITED,
    SIGNED,
    DECLINED
}
