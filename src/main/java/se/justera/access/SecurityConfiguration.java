package se.justera.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Four sorts of callers, one chain each: static files and the trust services, people behind a mailed link, programs, and staff and public in
 * a browser.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    private static final String ONLY_OURS =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String SECRETARY = Role.SECRETARY.name();

    @Bean
    AuthenticationManager authenticationManager(
            UserDetailsService accounts, PasswordEncoder passwords, LoginTries tries) {
        var provider = new DaoAuthenticationProvider(accounts);
        provider.setPasswordEncoder(passwords);
        return new ProviderManager(new GuardedLogin(provider, tries));
    }

    @Bean
    @Order(1)
    SecurityFilterChain staticFiles(HttpSecurity http) throws Exception {
        return http.securityMatcher(
                        "/webjars/**",
                        "/css/**",
                        "/js/**",
                        "/fonts/**",
                        "/images/**",
                        "/favicon.ico",
                        "/robots.txt",
                        "/pki/**",
                        "/ocsp",
                        "/tsa")
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .headers(ourHeaders())
                .build();
    }

    /**
     * Whoever else is signed in to this browser plays no part here. The CSRF token is in a cookie of its own, Lax so
     * that the page a mail opens in a new tab does not spoil the one already open.
     */
    @Bean
    @Order(2)
    SecurityFilterChain behindLinks(HttpSecurity http) throws Exception {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookiePath("/task");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return http.securityMatcher("/task/**")
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .addFilterAfter(new EagerCsrfToken(), CsrfFilter.class)
                .headers(ourHeaders())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain programs(HttpSecurity http, AuthenticationManager logins, ApiRefusals refusals)
            throws Exception {
        return http.securityMatcher("/api/**", "/services/**")
                .authenticationManager(logins)
                .authorizeHttpRequests(calls -> {
                    calls.requestMatchers(
                                    HttpMethod.POST,
                                    "/api/v1/validations",
                                    "/services/rest/validation/validateSignature")
                            .permitAll();
                    calls.requestMatchers(
                                    HttpMethod.GET,
                                    "/api/v1/minutes.schema.json",
                                    "/api/v1/validation-result.schema.json")
                            .permitAll();
                    calls.requestMatchers(
                                    HttpMethod.GET,
                                    "/api/v1/minutes",
                                    "/api/v1/minutes/*/pdf",
                                    "/api/v1/minutes/*/signatories",
                                    "/api/v1/minutes/*/process",
                                    "/api/v1/minutes/*/events",
                                    "/api/v1/minutes/*/publication",
                                    "/api/v1/minutes/*/refusals/*",
                                    "/api/v1/minutes/*/notice",
                                    "/api/v1/minutes/*/notice/proof",
                                    "/api/v1/minutes/*/evidence/*")
                            .authenticated();
                    calls.requestMatchers(HttpMethod.POST, "/api/v1/minutes/*/extracts")
                            .hasAnyRole(SECRETARY, Role.REGISTRAR.name());
                    calls.requestMatchers(HttpMethod.PUT, "/api/v1/minutes/*/notice/**")
                            .hasRole(Role.REGISTRAR.name());
                    calls.requestMatchers("/api/v1/minutes/**").hasRole(SECRETARY);
                    calls.anyRequest().authenticated();
                })
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .securityContext(context -> context.securityContextRepository(new SessionUnlessBasic()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(new CrossSite())
                        .ignoringRequestMatchers("/api/v1/validations", "/services/rest/validation/validateSignature"))
                .headers(ourHeaders())
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain browsers(HttpSecurity http, AuthenticationManager logins) throws Exception {
        return http.authenticationManager(logins)
                .authorizeHttpRequests(calls -> {
                    calls.requestMatchers(
                                    "/",
                                    "/login",
                                    "/validate/**",
                                    "/board/**",
                                    "/v3/api-docs/**",
                                    "/v3/api-docs.yaml",
                                    "/actuator/health/**",
                                    "/demo/mail/**",
                                    "/error")
                            .permitAll();
                    calls.requestMatchers(
                                    "/desk/new",
                                    "/desk/import",
                                    "/desk/minutes/*/edit",
                                    "/desk/minutes/*/cancellation",
                                    "/desk/minutes/*/signatories/**")
                            .hasRole(SECRETARY);
                    calls.requestMatchers("/desk/minutes/*/extract").hasAnyRole(SECRETARY, Role.REGISTRAR.name());
                    calls.requestMatchers(HttpMethod.POST, "/desk/minutes/*/notice/**")
                            .hasRole(Role.REGISTRAR.name());
                    calls.requestMatchers("/desk/boards/**").hasRole(Role.ADMIN.name());
                    calls.requestMatchers("/desk/trust/**", "/actuator/**").hasRole(Role.ADMIN.name());
                    calls.requestMatchers("/desk/logo/**").hasAnyRole(SECRETARY, Role.ADMIN.name());
                    calls.requestMatchers("/desk/inspections/**").hasRole(Role.AUDITOR.name());
                    calls.requestMatchers(HttpMethod.POST, "/desk/minutes/*/retry")
                            .hasAnyRole(SECRETARY, Role.ADMIN.name());
                    calls.requestMatchers("/desk/identification/**").hasRole(Role.ADMIN.name());
                    calls.requestMatchers(HttpMethod.GET, "/desk/**").authenticated();
                    calls.requestMatchers("/desk/**").hasRole(SECRETARY);
                    calls.anyRequest().authenticated();
                })
                .formLogin(form -> form.loginPage("/login")
                        .defaultSuccessUrl("/desk")
                        .failureHandler((request, response, reason) -> response.sendRedirect(request.getContextPath()
                                + (reason instanceof TooManyLogins ? "/login?wait" : "/login?error"))))
                .logout(logout -> logout.logoutSuccessUrl("/"))
                .csrf(csrf -> csrf.ignoringRequestMatchers("/validate/**"))
                .headers(ourHeaders())
                .build();
    }

    // links carry secrets in their path: no page tells another where its reader came from
    private static Customizer<HeadersConfigurer<HttpSecurity>> ourHeaders() {
        return headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(ONLY_OURS))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }
}
