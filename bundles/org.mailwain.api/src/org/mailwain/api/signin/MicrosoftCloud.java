package org.mailwain.api.signin;

/** The separate clouds of Microsoft 365. A token fits one of them only. */
public enum MicrosoftCloud {
    GLOBAL("login.microsoftonline.com", "graph.microsoft.com", "outlook.office365.com", "outlook.office.com"),
    /** US Government L4 (GCC High). */
    US_GOV_HIGH("login.microsoftonline.us", "graph.microsoft.us", "outlook.office365.us", "outlook.office365.us"),
    /** US Government L5 (DoD). */
    US_GOV_DOD(
            "login.microsoftonline.us",
            "dod-graph.microsoft.us",
            "outlook-dod.office365.us",
            "outlook-dod.office365.us"),
    /** Operated by 21Vianet. */
    CHINA("login.chinacloudapi.cn", "microsoftgraph.chinacloudapi.cn", "partner.outlook.cn", "partner.outlook.cn"),
    /** Closed in 2021; named so that it can be told. */
    GERMANY("login.microsoftonline.de", "graph.microsoft.de", "outlook.office.de", "outlook.office.de");

    private final String login;
    private final String graph;
    private final String mail;
    private final String delegatedMail;

    MicrosoftCloud(String login, String graph, String mail, String delegatedMail) {
        this.login = login;
        this.graph = graph;
        this.mail = mail;
        this.delegatedMail = delegatedMail;
    }

    /** Host of the sign-in. */
    public String login() {
        return login;
    }

    /** Host of Graph. */
    public String graph() {
        return graph;
    }

    /** Host of IMAP and POP, and of the scope of an application. */
    public String mail() {
        return mail;
    }

    /** Host in the scope of a signed-in person. */
    public String delegatedMail() {
        return delegatedMail;
    }

    public boolean isClosed() {
        return this == GERMANY;
    }
}
