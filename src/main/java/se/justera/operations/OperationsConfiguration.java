package se.justera.operations;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets {@link ExpiryWarnings} look at the keys every few hours. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class OperationsConfiguration {}
